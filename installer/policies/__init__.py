"""Makes the files with which store IT sets up tills, from the schema of settings: `python -m installer.policies`."""
