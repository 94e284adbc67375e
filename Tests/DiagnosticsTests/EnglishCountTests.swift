import Diagnostics
import Testing

@Suite("Numbers in English messages")
struct EnglishCountTests {
    @Test(
        "one is singular, all others are plural",
        arguments: [(0, "0 errors"), (1, "1 error"), (2, "2 errors"), (11, "11 errors"), (21, "21 errors")])
    func regular(number: Int, text: String) { #expect(number.counting("error") == text) }

    @Test("a noun may have a plural of its own, and bring its verb")
    func irregular() {
        #expect([1, 2].map { $0.counting("entry", "entries") } == ["1 entry", "2 entries"])
        #expect([1, 2].map { $0.counting("row is", "rows are") } == ["1 row is", "2 rows are"])
    }
}
