"""Attribution: the parts of `kg.extract.attribution`."""
