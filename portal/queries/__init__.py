"""Every read of `portal` that is more than a line."""
