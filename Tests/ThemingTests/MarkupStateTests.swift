import Foundation
import TestSupport
import Testing

@testable import Theming

@Suite("States of markup")
struct MarkupStateTests {
    /// What the tokenizer's states are about.
    private static let pieces = [
        "<", ">", "/", "=", "\"", "'", " ", "\n", "!", "--", "-->", "--!>", "<!--", "<!", "<?", "</", "&", ":", ",",
        ";",
        "a", "b", "甲", "<a href=", "<a href=\"", "<p class=\"", "<p title='", "<img srcset=\"", "/a 2x, ", "javascript",
        "java", "data:", "<script", "<script>", "</script>", "<script type=\"", "application/ld+json",
        "application/json",
        "<style>", "</style>", "<title>", "</title>", "<textarea>", "</textarea>", "<iframe>", "</iframe", "<xmp>",
        "</xmp>", "<animate to=\"", "<set to='", "onclick=\"", "style=\"", "srcdoc=\"", "<SCRIPT>", "</Script >",
    ]

    @Test("a piece of a template leaves the state that its bytes leave one by one")
    func pieces() {
        var numbers = SeededGenerator(seed: 20_261_130)
        for _ in 0..<4000 {
            var whole = MarkupState()
            var byBytes = MarkupState()
            for _ in 0..<Int.random(in: 1...12, using: &numbers) {
                let count = Int.random(in: 1...5, using: &numbers)
                let text = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &numbers) }.joined()
                Array(text.utf8).withUnsafeBufferPointer { whole.read($0) }
                for byte in text.utf8 { byBytes.read(byte) }
                #expect(whole == byBytes, "behind \(text)")
                if Bool.random(using: &numbers) {
                    whole.readShownValue()
                    byBytes.readShownValue()
                }
            }
        }
    }

    @Test("each template of the theme leaves the state that its bytes leave one by one")
    func templates() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "themes/default/templates")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
        #expect(names.count > 20)
        for name in names {
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
            var whole = MarkupState()
            var byBytes = MarkupState()
            bytes.withUnsafeBufferPointer { whole.read($0) }
            for byte in bytes { byBytes.read(byte) }
            #expect(whole == byBytes, "\(name)")
        }
    }
}
