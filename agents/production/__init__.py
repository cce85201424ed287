"""A production from input to film: develop, speak, stage, review, render, put together."""
