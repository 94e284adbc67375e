import Diagnostics
import Testing

@testable import Content
@testable import Fields

@Suite("Hidden characters")
struct HiddenCharacterTests {
    private static let names: [(String, String)] = [
        ("湖城\u{200B}养护班组", "湖城养护班组"), ("湖城\u{A0}养护班组", "湖城养护班组"), ("湖城\u{1F}养护班组", "湖城养护班组"),
        ("\u{2F2D}东班组", "山东班组"), ("\u{FEFF}湖城班组", "湖城班组"), ("湖城班组\u{200E}", "湖城班组"),
        ("湖城\u{AD}班组", "湖城班组"), ("\u{202E}湖城\u{202C}班组", "湖城班组"), ("湖城\u{2028}班组", "湖城班组"),
        ("TBM\u{A0}3 班", "TBM 3 班"), ("ACME\u{2009}Group", "ACME Group"), ("湖城\u{E0041}班组", "湖城班组"),
        ("用\u{2F3E}班组", "用户班组"), ("\u{2ED3}江班组", "长江班组"), ("\u{F979}城班组", "凉城班组"), ("宫\u{FA11}班组", "宫崎班组"),
        ("湖\u{FFFE}城", "湖城"), ("湖\u{FE0F}城", "湖城"), ("湖\u{E0100}城", "湖城"), ("湖城\u{3164}班组", "湖城班组"),
        ("\u{FB01}eld 班组", "field 班组"), ("湖城\u{85}班组", "湖城班组"), ("湖城\u{9F}班组", "湖城班组"),
    ]

    @Test("a name with characters that nobody sees has a clean form", arguments: names)
    func values(value: String, cleaned: String) throws {
        let blemish = try #require(HiddenCharacters.blemish(of: value))
        #expect(blemish.cleaned.map { Array($0.utf8) } == Array(cleaned.utf8))
        #expect(HiddenCharacters.blemish(of: cleaned) == nil)
    }

    @Test("what only its writer knows is not guessed", arguments: ["湖\u{FFFD}班组", "湖\u{E5E5}班组", "\u{F0000}班"])
    func lost(value: String) throws { #expect(try #require(HiddenCharacters.blemish(of: value)).cleaned == nil) }

    @Test(
        "healthy names and values are let alone",
        arguments: [
            "湖城养护班组", "中铁一局 城轨公司", "中铁　一局", "TBM-3 班组", "“四时段”作业法——摊铺（一）", "①②㎡℃Ⅲ½", "㊣※★→·…",
            "ＡＢＣ１２３", "𠮷野家", "〇二班", "é ü ñ", "ᠮᠣᠩᠭᠣᠯ", "😀👨\u{200D}👩\u{200D}👧❤\u{FE0F}1\u{FE0F}\u{20E3}", "﨎﨏",
        ])
    func healthy(value: String) { #expect(HiddenCharacters.blemish(of: value) == nil) }

    @Test("a value is told with its clean form, and the place stays in its grammar")
    func finding() throws {
        let file = SourceFile(path: "a", text: "title: \"湖城\u{200B}‘甲’\\\"班\"\n")
        let range = file.range(7..<file.bytes.count - 1)
        let finding = try #require(HiddenCharacters.finding(about: "湖城\u{200B}‘甲’\"班", at: range))
        #expect(finding.message.zh == "“湖城<U+200B>‘甲’\"班”里有零宽空格（U+200B）。")
        #expect(finding.message.en == "“湖城<U+200B>‘甲’\"班” holds a zero-width space (U+200B).")
        #expect(finding.help?.zh == "请写成“湖城‘甲’\"班”。")
        #expect(finding.replacement == "湖城‘甲’\\\"班")
        let radical = try #require(HiddenCharacters.finding(about: "\u{2F2D}东", at: file.start))
        #expect(radical.message.zh == "“\u{2F2D}东”里有形似“山”的字符“\u{2F2D}”（U+2F2D）。")
    }

    private func findings(_ body: String) -> [Diagnostic] {
        let file = SourceFile(path: "a.md", text: body)
        return HiddenCharacters.findings(in: file, from: 0) + HiddenReferences.findings(in: file, from: 0)
    }

    private static let texts: [(String, String, String)] = [
        ("分层压\u{200B}实。", "text/hidden-character", ""), ("分\u{7}层", "text/hidden-character", ""),
        ("分\u{202E}层\u{202C}。", "text/hidden-character", "层"), ("分\u{FEFF}层", "text/hidden-character", ""),
        ("分\u{2060}层压\u{2060}实", "text/hidden-character", "层压"), ("分层\u{B}压实", "text/hidden-character", ""),
        ("work\u{2028}flow", "text/hidden-character", " "), ("分层\u{FFF9}压实", "text/hidden-character", ""),
        ("建立\u{2F64}\u{2F3E}回访", "text/look-alike", "用户"), ("\u{2ECB}间", "text/look-alike", "车"),
        ("分\u{200D}层", "text/hidden-character", ""), ("分\u{200E}层", "text/hidden-character", ""),
        ("分\u{E0061}层", "text/hidden-character", ""),
    ]

    @Test("running text with hidden characters is a finding with the text as it should be", arguments: texts)
    func running(body: String, rule: String, replacement: String) {
        let found = findings(body)
        #expect(found.map(\.rule.name) == [rule])
        #expect(found.first?.replacement == replacement)
    }

    @Test("each line has one finding of a kind")
    func grouped() {
        let found = findings("甲\u{200B}乙\u{200B}丙\u{2060}丁\n戊\u{200B}己\u{2F2D}\u{FFFD}\n")
        #expect(
            found.map(\.rule.name) == Array(repeating: "text/hidden-character", count: 2) + [
                "text/look-alike", "text/hidden-character",
            ])
        #expect(found.first?.message.zh == "这里有零宽空格（U+200B）、看不见的字符（U+2060）（共 3 处）。")
        #expect(found.map { $0.replacement == nil } == [false, false, false, true])
    }

    @Test(
        "healthy text is let alone",
        arguments: [
            "宽\u{A0}8 m，厚 20 cm", "👨\u{200D}👩\u{200D}👧 ❤\u{FE0F}", "ئۇيغۇر\u{200F} تىلى", "می\u{200C}خواهم",
            "क\u{94D}\u{200D}ष",
            "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "表 1\t数值\r\n", "①②③ ㎡ ℃ “引号”——……",
        ])
    func healthyText(body: String) { #expect(findings(body).isEmpty) }

    @Test(
        "an invisible character that is written as a reference is told where it stands",
        arguments: [
            ("甲&#8203;乙", "&#8203;"), ("甲&#x202E;乙", "&#x202E;"), ("甲&ZeroWidthSpace;乙", "&ZeroWidthSpace;"),
            ("甲&shy;乙", "&shy;"), ("`码` &#0;", "&#0;"), ("甲&zwj;乙", "&zwj;"),
        ])
    func references(body: String, reference: String) throws {
        let found = findings(body)
        #expect(found.map(\.rule.name) == ["text/hidden-character"])
        let range = try #require(found.first?.range)
        #expect(String(decoding: range.file.bytes[range.bytes], as: UTF8.self) == reference)
        #expect(found.first?.replacement == "")
    }

    @Test(
        "other references, and those in code, are let alone",
        arguments: [
            "宽&nbsp;8 m", "&amp; &lt; &copy; &hellip;", "&#20013;", "`&#8203;`", "R&D;", "&#1114112;", "&#10;",
            "&#xE000",
        ])
    func otherReferences(body: String) { #expect(findings(body).isEmpty) }

    @Test("front matter, lists and configuration tell of a value once, and read it as it is meant")
    func fields() throws {
        let site = MarkedSite([
            "content/a.md": "---\ntitle: ⟦湖城\u{200B}养护⟧\n---\n\n正文。\n"
        ])
        #expect(try site.findings() == ["\(site.place ?? "") text/hidden-in-value"])
        let list = MarkedSite([
            "content/associations.yaml": "- id: a\n  name: ⟦\u{2F2D}东协会⟧\n  level: city\n  province: 山东\n"
        ])
        #expect(try list.findings() == ["\(list.place ?? "") text/hidden-in-value"])
        let configuration = MarkedSite([
            "site.config": MarkedSite.configuration.replacing("name: 协会", with: "name: ⟦协\u{A0}会⟧")
        ])
        #expect(try configuration.findings() == ["\(configuration.place ?? "") text/hidden-in-value"])
    }

    @Test("a date with a hidden character is the date, told once; a field's name with one is the field")
    func typedValues() throws {
        let date = MarkedSite([
            "content/notices/a.md": "---\ntitle: 甲\ndate: ⟦2020-05-15\u{200B}⟧\nkind: call\nedition: 2020\n---\n\n正文。\n"
        ])
        #expect(try date.findings() == ["\(date.place ?? "") text/hidden-in-value"])
        let key = MarkedSite(["content/a.md": "---\n⟦ti\u{200B}tle⟧: 甲\n---\n\n正文。\n"])
        #expect(try key.findings() == ["\(key.place ?? "") text/hidden-in-value"])
    }

    @Test("a file of GB 18030 or UTF-16 is a page like any other")
    func foreignPage() throws {
        // 标题: 关于 / 正文。
        let gb: [UInt8] =
            Array("---\n".utf8) + [0xB1, 0xEA, 0xCC, 0xE2] + Array(": ".utf8) + [0xB9, 0xD8, 0xD3, 0xDA]
            + Array("\n---\n\n".utf8) + [0xD5, 0xFD, 0xCE, 0xC4, 0xA1, 0xA3, 0x0A]
        var utf16: [UInt8] = [0xFF, 0xFE]
        for unit in "---\n标题: 关于\n---\n\n正文。\n".utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        for bytes in [gb, utf16] {
            let result = try SiteLoader.load(
                .memory(["site.config": Array(MarkedSite.configuration.utf8), "content/about.md": bytes]), jobs: 1)
            #expect(result.diagnostics.isEmpty)
            #expect(result.content?.documents[.page].map(\.page.title.value) == ["关于"])
            #expect(result.content?.documents[.page].first?.page.text.document.plainText == "正文。")
        }
    }
}
