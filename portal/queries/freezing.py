"""What is frozen beside an entry: the documents it cites, and its text where that is allowed."""

from collections.abc import Iterable

from articles.models import Article, OfficialDocument
from portal.models import EditionEntryDocument, EditionEntryText, Entry
from portal.slugs import document_slug


def known_documents(entry: Entry) -> list[EditionEntryDocument]:
    """Give those that the desk knows, each once, in the order of the words."""
    cited = {document.pk: document for document in _cited(entry)}
    return [_frozen(document, position) for position, document in enumerate(cited.values(), 1)]


def text_of(article: Article) -> EditionEntryText | None:
    """Give the paragraphs that stand, where the publisher allows readers to have them."""
    publisher, text = article.publisher, article.text
    if publisher is None or text is None or not publisher.full_text_allowed:
        return None
    return EditionEntryText(
        publisher_number=publisher.pk, body=text.body, headings=list(text.headings)
    )


def _cited(entry: Entry) -> Iterable[OfficialDocument]:
    if entry.task:
        version = entry.task.version
        return version.documents.all() if version else ()
    text = entry.article.text if entry.article else None
    citations = text.citations.all() if text else ()
    return (citation.document for citation in citations if citation.document)


def _frozen(document: OfficialDocument, position: int) -> EditionEntryDocument:
    return EditionEntryDocument(
        position=position,
        document_number=document.pk,
        slug=document_slug(str(document), document.pk),
        name=str(document),
        issuer=document.issuer,
        title=document.title,
        issued_on=document.issued_on,
    )
