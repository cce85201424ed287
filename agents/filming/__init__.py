"""The shot's crew, played by models: guidance, programs, reviews with pictures, and functions that are learned
(Kubrick, He et al. 2025). Whatever a model cannot do the house crew does."""
