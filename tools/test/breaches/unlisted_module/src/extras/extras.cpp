// A folder that the module list does not know.
