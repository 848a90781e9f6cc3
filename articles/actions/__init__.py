"""Every write to articles and what belongs to them: a function for each verb."""
