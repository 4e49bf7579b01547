// SPDX-License-Identifier: EUPL-1.2

import Exchange
import Inburgering
import Testing

@Suite struct `Opnieuw proberen` {
    let nu = Tijdstip(milliseconden: 1_700_000_000_000)

    @Test func `elke wachttijd verdubbelt, tot de grens`() {
        let backoff = Backoff(first: 1000, cap: 60_000, spread: 0)
        let wachttijden = (1...8).map { backoff.delay(afterAttempt: $0, random: 0) }
        #expect(wachttijden == [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
        #expect(backoff.delay(afterAttempt: .max, random: 0) == 60_000)
    }

    @Test func `berichten die samen mislukten komen niet samen terug`() {
        let backoff = Backoff(first: 1000, cap: 60_000, spread: 0.2)
        #expect(backoff.delay(afterAttempt: 1, random: 0) == 1000)
        #expect(backoff.delay(afterAttempt: 1, random: 0.5) == 900)
        #expect(backoff.delay(afterAttempt: 1, random: 0.999) >= 800)
    }

    @Test func `nooit eerder dan de partner vraagt`() {
        let backoff = Backoff(first: 1000, cap: 60_000, spread: 0.2)
        #expect(backoff.delay(afterAttempt: 1, retryAfter: 90_000, random: 0) == 90_000)
        #expect(backoff.delay(afterAttempt: 6, retryAfter: 10, random: 0) == 32_000)
    }

    @Test func `Retry-After in seconden en als datum`() {
        #expect(RetryAfter.moment("120", from: nu) == nu.plus(milliseconden: 120_000))
        #expect(RetryAfter.moment(" 0 ", from: nu) == nu)
        #expect(
            RetryAfter.moment("Tue, 14 Nov 2023 22:20:00 GMT", from: nu) == Tijdstip("2023-11-14T22:20:00Z")
        )
        #expect(RetryAfter.moment("Tue, 14 Nov 2000 22:20:00 GMT", from: nu) == nu)
    }

    @Test(arguments: ["", "straks", "-5", "Tue, 14 Nov 2023 22:20:00 CET", "Tue, 31 Feb 2023 22:20:00 GMT"])
    func `een onbruikbare Retry-After telt niet`(tekst: String) {
        #expect(RetryAfter.moment(tekst, from: nu) == nil)
    }

    @Test func `geen partner houdt ons langer dan een dag op`() {
        #expect(RetryAfter.moment("99999999999999", from: nu) == nu.plus(milliseconden: RetryAfter.longest))
        #expect(
            RetryAfter.moment("Tue, 14 Nov 2090 22:20:00 GMT", from: nu) == nu.plus(milliseconden: RetryAfter.longest)
        )
    }

    @Test(arguments: [
        (200, StatusKind.success), (201, .success), (204, .success), (302, .ourFault), (400, .ourFault),
        (401, .unauthenticated), (403, .refused), (404, .notFound), (405, .ourFault), (408, .transient),
        (429, .transient),
        (500, .transient), (503, .transient), (599, .transient),
    ])
    func `een status zegt of opnieuw proberen zin heeft`(status: Int, soort: StatusKind) {
        #expect(StatusKind(status) == soort)
    }
}
