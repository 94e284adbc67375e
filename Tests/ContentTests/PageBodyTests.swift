import Diagnostics
import Dispatch
import Rules
import Synchronization
import Testing

@testable import Content

/// A preview reads texts when they are asked for; what it knows in the end is what a build knows.
@Suite("Texts that are read on demand")
struct PageBodyTests {
    /// Write-ups with something to find in their text, in their front matter, and in both.
    private static let files: [String: [UInt8]] = {
        var files = [
            "site.config": MarkedSite.configuration, "content/awards/2020/index.md": MarkedSite.edition,
            "content/awards/2020/roster.csv": MarkedSite.roster,
        ]
        for number in 1...9 {
            files["content/awards/2020/zj-00\(number).md"] = """
                ---
                title: 第\(number)班
                \(number % 3 == 0 ? "accidents: 1" : "summary: 短")
                ---
                <!-- showcase-ignore privacy/mobile: 号码是例子 -->
                电话 1380013800\(number)，见 <b>粗</b> [](x)。

                ## 班组简介

                正文 \(number)
                """
        }
        files["content/awards/2020/zj-005.md"] = "---\nsummary: 没有标题\n---\n电话 13800138000\n"
        return files.mapValues { Array($0.utf8) }
    }()

    private func store(_ recent: RecentBodies?) throws -> ContentStore {
        var store = ContentStore(.memory(Self.files), jobs: 2, recentBodies: recent)
        try store.readAll()
        return store
    }

    @Test("findings and texts are those of reading everything at once")
    func sameAsAtOnce() throws {
        let whole = try store(nil).result()
        let late = try store(RecentBodies(capacity: 2))
        let first = late.result()
        #expect(first.diagnostics.count < whole.diagnostics.count, "Nothing was left for later.")
        late.takeNotes()
        let result = late.result()
        #expect(result.diagnostics.map(MarkedSite.text).sorted() == whole.diagnostics.map(MarkedSite.text).sorted())
        let (texts, expected) = (try #require(result.content).writeUps, try #require(whole.content).writeUps)
        #expect(texts.count == expected.count)
        // Twice, because only two are kept.
        for _ in 0..<2 {
            for (text, other) in zip(texts, expected) {
                #expect(text.page.body.plainText == other.page.body.plainText)
                #expect(text.page.exemptions.map(\.rule) == other.page.exemptions.map(\.rule))
            }
        }
    }

    @Test("many threads that ask for the same texts, which are forgotten meanwhile, get the same as one")
    func threads() throws {
        let whole = try #require(try store(nil).result().content).writeUps
        // Fewer are kept than threads read at once.
        let late = try store(RecentBodies(capacity: 2))
        let texts = try #require(late.result().content).writeUps
        let expected = whole.map(\.page.body.plainText)
        let wrong = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 16) { thread in
            for round in 0..<50 {
                let index = (thread * 7 + round * 5) % texts.count
                if round % 10 == 9 { late.takeNotes() }
                let text = texts[index].page.body.plainText
                if text != expected[index] { wrong.withLock { $0.append(text) } }
            }
        }
        #expect(wrong.withLock { $0 }.isEmpty)
        late.takeNotes()
        #expect(
            late.result().diagnostics.map(MarkedSite.text).sorted()
                == (try store(nil).result()).diagnostics.map(MarkedSite.text).sorted())
    }

    @Test("what is found in a text is known once it has been asked for")
    func knownOnceAsked() throws {
        let late = try store(RecentBodies())
        let before = late.result()
        let writeUp = try #require(before.content?.writeUps.first)
        #expect(writeUp.page.exemptions.isEmpty)
        _ = writeUp.page.body
        #expect(!writeUp.page.exemptions.isEmpty)
        #expect(late.result().diagnostics.count > before.diagnostics.count)
    }

    @Test(
        "a comment that is nothing but its marks speaks to no check",
        arguments: ["<!-->", "<!--->", "<!---->", "<!-- -->"])
    func emptyComment(comment: String) {
        for text in ["甲 \(comment) 乙\n", "\(comment)\n", "| \(comment) |\n| - |\n", "<div>\n\(comment)\n</div>\n"] {
            let reading = PageReader.body(of: SourceFile(path: "content/a.md", text: text), from: 0)
            #expect(reading.notes.exemptions.isEmpty)
            #expect(reading.notes.findings.allSatisfy { [.rawHTML, .tableHeader].contains($0.rule) })
        }
    }

    @Test("a comment at the head of a line exempts the line, whatever else it holds")
    func exemptionInLine() {
        let text = "甲\n\n<!-- showcase-ignore link/text: 引用 -- 原文 -->[点击这里](target.md)\n"
        let reading = PageReader.body(of: SourceFile(path: "content/a.md", text: text), from: 0)
        #expect(reading.notes.findings.isEmpty)
        #expect(reading.notes.exemptions.map(\.rule.name) == ["link/text"])
    }
}
