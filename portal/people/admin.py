from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group
from django.db.models import ManyToManyField, QuerySet
from django.forms import CheckboxSelectMultiple, ModelMultipleChoiceField
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from portal.people.models import User

if TYPE_CHECKING:
    _Admin = UserAdmin[User]
    _Roles = ModelMultipleChoiceField[Group]
else:
    _Admin = UserAdmin
    _Roles = ModelMultipleChoiceField

admin.site.unregister(Group)


class RolesField(_Roles):
    """Roles by their translated names: a group's own name is its English source."""

    def label_from_instance(self, group: Group) -> str:
        return gettext(group.name)


class RoleFilter(admin.RelatedFieldListFilter):
    title = _("role")

    def field_choices(
        self, field: Any, request: HttpRequest, model_admin: Any
    ) -> list[tuple[str, Any]]:
        choices = super().field_choices(field, request, model_admin)
        return [(key, gettext(str(name))) for key, name in choices]


@admin.register(User)
class PersonAdmin(_Admin):
    """Who may do what at the desk. Roles come with the software and are given here."""

    list_display = ["username", "full_name", "email", "role_names", "is_active"]
    list_filter = [("groups", RoleFilter), "is_active", "is_superuser"]
    list_select_related = False
    filter_horizontal = []
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (_("Name and address"), {"fields": ["last_name", "first_name", "email"]}),
        (_("Roles"), {"fields": ["groups", "is_active", "is_staff", "is_superuser"]}),
        (_("Dates"), {"fields": ["last_login", "date_joined"]}),
    ]
    readonly_fields = ["last_login", "date_joined"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        return super().get_queryset(request).prefetch_related("groups")

    def formfield_for_manytomany(
        self, db_field: "ManyToManyField[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == "groups":
            kwargs |= {"form_class": RolesField, "widget": CheckboxSelectMultiple}
            return db_field.formfield(**kwargs)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    @admin.display(description=_("full name"), ordering="last_name")
    def full_name(self, person: User) -> str:
        return person.get_full_name()

    @admin.display(description=_("roles"))
    def role_names(self, person: User) -> str:
        return ", ".join(gettext(group.name) for group in person.groups.all())
