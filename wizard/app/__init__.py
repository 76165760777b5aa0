"""The wizard as a tiny server without a network: a request with all the answers in, a view out."""
