import Testing

@testable import Diagnostics
@testable import Rules

@Suite("Long messages")
struct BoundedMessageTests {
    @Test("a message with a name of any length is cut at a character, and others stay as they are")
    func cut() {
        let name = String(repeating: "泵", count: 100_000)
        let place = SourceFile(path: "a", text: "").start
        let long = Diagnostic(.templateLimit, at: place, message: LocalizedText(zh: "a“\(name)”", en: "\(name)"))
        #expect(long.message.zh.utf8.count < 5000 && long.message.zh.hasSuffix("泵…"))
        #expect(long.message.en.utf8.count < 5000)
        let short = LocalizedText(zh: String(repeating: "泵", count: 1000), en: "a")
        #expect(Diagnostic(.templateLimit, at: place, message: short).message == short)
    }
}
