enum JobsPlaats {}
