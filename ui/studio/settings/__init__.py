"""The settings of the studio: one module a page. What is changed counts at once and is kept at once."""
