import Testing

@testable import Values

@Suite("Sizes of files")
struct ByteCountTests {
    @Test(
        "sizes are written in powers of 1,000, with one digit behind the point from a million on",
        arguments: [
            (0, "0 B"), (999, "999 B"), (1_000, "1 KB"), (12_345, "12 KB"), (999_499, "999 KB"), (999_500, "1.0 MB"),
            (20_000_000, "20.0 MB"), (20_049_999, "20.0 MB"), (20_300_000, "20.3 MB"),
        ])
    func words(bytes: Int, text: String) { #expect(ByteCount.words(bytes) == text) }
}
