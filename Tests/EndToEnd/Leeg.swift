import Testing
@Test func leeg() { }
