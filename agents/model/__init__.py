"""Asking models: endpoints, typed answers, what they cost, and what was said."""
