import Content
import Diagnostics
import Documents
import Pipeline
import Testing

@Suite("Fixes that leave nothing for a second run")
struct CompleteFixTests {
    private static func page(_ text: String) -> String { "---\ntitle: 关于\n---\n\n" + text + "\n" }

    @Test("the last of many links with the same slip gets its proposal as the first does")
    func manyLinks() throws {
        let names = (0..<130).map { "\(Character(Unicode.Scalar(97 + $0 % 26)!))\($0)" }
        let wrong = names.map { "[无](/nowhere-\($0)-at-all/)" } + ["[甲](/abuot/)", "[乙](/rules/measuers/)"]
        let slips = (0..<60).map { _ in "[丙](/rules/measuers/)" }
        let site = try AddressedSite([
            "content/about.md": Self.page((wrong + slips).joined(separator: "\n\n"))
        ])
        let outcome = try site.fix()
        #expect(outcome.files.flatMap(\.fixes).count == 62)
        #expect(try !site.read("content/about.md").contains("uo") && site.fix().files.isEmpty)
    }

    @Test("what a mend brings to light is mended in the same run")
    func rounds() throws {
        // The bracket hides the link, and the link has a slip.
        let site = try AddressedSite([
            "content/about.md": Self.page("！[图](awards/2020/js-002/Site.png)\n\n[甲](abuot.md)")
        ])
        let first = try site.fix()
        #expect(try site.fix().files.isEmpty, "\(first)")
    }

    @Test("raised and lowered text and quotes of other programs are mended")
    func foreignMarks() throws {
        let site = try AddressedSite(["content/about.md": Self.page("面积 50 m^2^，H~2~O。\n\n》引用一段\n\n==甲==")])
        #expect(try site.fix().files.flatMap(\.fixes).count == 3)
        #expect(
            try site.read("content/about.md").hasSuffix("面积 50 m²，H<sub>2</sub>O。\n\n> 引用一段\n\n==甲==\n"))
    }

    @Test("files of other encodings are mended, and stay in them", arguments: ["GB18030", "UTF-16LE", "UTF-16BE"])
    func encodings(name: String) throws {
        let text = Self.page("见[办法](/rules/measuers/)，长 600㎜，𠮷野")
        func stored(_ text: String) throws -> [UInt8] {
            if name == "GB18030" { return try #require(TextEncoding.encodingGB18030(Array(text.utf8))) }
            let units = text.utf16.map {
                name == "UTF-16LE" ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)]
            }
            return (name == "UTF-16LE" ? [0xFF, 0xFE] : [0xFE, 0xFF]) + units.flatMap { $0 }
        }
        let site = try AddressedSite()
        site.write(try stored(text), to: "content/about.md")
        let outcome = try site.fix()
        #expect(outcome.files.count == 1 && outcome.obstacles.isEmpty, "\(outcome.obstacles)")
        let after = try #require(outcome.files.first?.bytes)
        let mended = text.replacing("measuers", with: "measures")
        #expect(try after == stored(mended))
        #expect(try site.fix().files.isEmpty)
    }

    @Test("two cells of a roster that are put right count as two")
    func cells() throws {
        let site = try AddressedSite()
        let path = "content/awards/2020/roster.csv"
        let rows = try site.read(path).split(separator: "\n", omittingEmptySubsequences: false)
        let members = try #require(rows.first?.split(separator: ",").firstIndex { $0 == "members" })
        let changed = rows.enumerated().map { index, row -> String in
            guard index == 1 || index == 2 else { return String(row) }
            var cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            cells[members] += "人"
            return cells.joined(separator: ",")
        }
        site.write(changed.joined(separator: "\n"), to: path)
        #expect(try site.fix().files.flatMap(\.fixes).map(\.count).reduce(0, +) == 2)
    }
}

@Suite("Links that cannot lead anywhere")
struct UnreachableLinkTests {
    private func lines(_ text: String, _ files: [String: String] = [:]) throws -> [String] {
        let page = "---\ntitle: 关于\n---\n\n" + text + "\n"
        let site = try AddressedSite(files.merging(["content/about.md": page]) { $1 })
        return try site.check().entries.map(\.diagnostic).filter { $0.range?.file.path == "content/about.md" }.map {
            $0.message.zh + ($0.help.map { " " + $0.zh } ?? "") + ($0.replacement.map { " → " + $0 } ?? "")
        }
    }

    @Test("nothing is proposed that has other numbers, fewer folders or other signs")
    func noProposals() throws {
        for link in ["/awards/2018/", "/awards/2052/", "/practices/method/", "/rules/x/measures/"] {
            #expect(try lines("[甲](\(link))").allSatisfy { !$0.contains("是否应为") }, "\(link)")
        }
        let found = try lines("[甲](files/a%20b.txt)", ["content/files/a#b.txt": "文字"])
        #expect(found.allSatisfy { !$0.contains("是否应为") } && !found.isEmpty, "\(found)")
        #expect(try lines("[甲](/rules/measuers/)").first?.hasSuffix("→ /rules/measures/") == true)
    }

    @Test("a path that leaves the content says so, and proposes the file that is meant")
    func outside() throws {
        let found = try lines("[甲](../rules/measures.md)")
        #expect(found == ["“../rules/measures.md”指到 content 文件夹之外。 是否应为“rules/measures.md”？ → rules/measures.md"])
        #expect(try lines("[甲](../docs/readme.txt)").first?.hasPrefix("“../docs/readme.txt”指到 content 文件夹之外。") == true)
    }

    @Test("names that are never published, blanks around names, and addresses without their value")
    func names() throws {
        #expect(try lines("[甲](files/.x.txt)", ["content/files/.x.txt": "文字"]).first?.contains("“.x.txt”是隐藏文件") == true)
        #expect(try lines("[甲](~$form.docx)").first?.contains("隐藏文件或临时文件") == true)
        // The file with the blank has its own finding.
        #expect(try lines("[甲](files/甲.txt)", ["content/files/甲.txt ": "文字"]) == [])
        #expect(try lines("[甲](mailto:)").first?.hasPrefix("“mailto:”后面没有写邮箱。") == true)
        #expect(try lines("[甲](tel:)").first?.hasPrefix("“tel:”后面没有写电话号码。") == true)
        for (wrong, right) in [("htps://a.cn/x", "https"), ("htpp://a.cn/x", "http"), ("mialto:a@b.cn", "mailto")] {
            #expect(try lines("[甲](\(wrong))").contains { $0.contains("是否应为“\(right):”") }, "\(wrong)")
        }
    }
}
