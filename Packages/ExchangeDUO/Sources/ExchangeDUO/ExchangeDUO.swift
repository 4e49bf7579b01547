enum ExchangeDUOPlaats {}
