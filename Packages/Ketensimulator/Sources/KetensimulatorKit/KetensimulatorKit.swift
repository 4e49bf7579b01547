enum KetensimulatorKitPlaats {}
