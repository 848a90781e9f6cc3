"""Every read of articles that is more than a line."""
