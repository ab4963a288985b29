"""How certain something is: the parts of `kg.extract.status`."""
