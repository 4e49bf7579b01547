// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Testing

@Test func `29 februari bestaat alleen in een schrikkeljaar`() {
    #expect(Datum("2024-02-29") != nil)
    #expect(Datum("2023-02-29") == nil)
}
