enum GeneratorPlaats {}
