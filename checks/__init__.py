"""Programs that look at the project: `make check`, `lint`, `links`, `due`, `deployable`, `scratch`. They test nothing by themselves."""
