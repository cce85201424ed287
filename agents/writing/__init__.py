"""The writing side of a film by models: idea, script and shots after FilmAgent (Xu et al., 2025), and the finishing."""
