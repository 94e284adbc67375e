import Diagnostics
import TestSupport
import Testing

@testable import Content

@Suite("Synonyms")
struct SynonymTests {
    private static let path = "content/synonyms.yaml"

    @Test("groups are read as they stand, with remarks, quotes and numbers")
    func groups() throws {
        let text = """
            # 意思相同的词
            - [沥青, 柏油]
            - ["SPC", 控制图]
            - [5S, 6S]  # 现场
            -
              - 师带徒
              - 师傅带徒弟

            """
        let loaded = try MarkedSite([Self.path: text]).load()
        #expect(loaded.diagnostics.isEmpty)
        #expect(loaded.content?.synonyms == [["沥青", "柏油"], ["SPC", "控制图"], ["5S", "6S"], ["师带徒", "师傅带徒弟"]])
    }

    @Test(
        "a site without the file, or with one of remarks alone, has no synonyms", arguments: [nil, "# 还没有\n", "[]\n"])
    func none(text: String?) throws {
        let loaded = try MarkedSite(text.map { [Self.path: $0] } ?? [:]).load()
        #expect(loaded.diagnostics.isEmpty && loaded.content?.synonyms == [])
    }

    @Test(
        "what is wrong with a group is found once, at its place",
        arguments: [
            ("meta/synonyms", "- ⟦[沥青]⟧\n- [检查井, 窨井]\n"), ("meta/synonyms", "- ⟦[]⟧\n"),
            ("meta/synonyms", "- [检查井, 窨井]\n- [井盖, ⟦窨井⟧]\n"), ("meta/synonyms", "- [沥青, 柏油, ⟦沥青⟧]\n"),
            // The same to search: capitals, width and traditional characters.
            ("meta/synonyms", "- [SPC, 控制图]\n- [统计, ⟦ｓｐｃ⟧]\n"), ("meta/synonyms", "- [质量, ⟦質量⟧]\n"),
            ("meta/synonyms", "- [道路, ⟦路⟧]\n"), ("meta/synonyms", "- [道路, ⟦……⟧]\n"),
            ("meta/synonyms", "- [道路, ⟦\(String(repeating: "长", count: 33))⟧]\n"),
            ("meta/type", "- ⟦沥青⟧\n"), ("meta/type", "⟦沥青: 柏油⟧\n"),
            ("meta/type", "- ⟦沥青: 柏油⟧\n"), ("meta/type", "- [沥青, ⟦[柏油, 油]⟧]\n"), ("meta/type", "- [沥青, 柏油, ⟦\"\"⟧]\n"),
            ("meta/syntax", "- [沥青, 柏油⟦⟧\n"),
        ])
    func wrong(rule: String, text: String) throws {
        let site = MarkedSite([Self.path: text])
        let found = try site.load().diagnostics
        #expect(found.map(\.rule.name) == [rule], "\(found.map(\.message.zh))")
        if rule != "meta/syntax" { #expect(try site.findings() == ["\(site.place ?? "") \(rule)"]) }
    }

    @Test("a mistake is told in both languages, with the place of the first of two")
    func messages() throws {
        let found = try MarkedSite([Self.path: "- [检查井, 窨井]\n- [井盖, 窨井]\n"]).load().diagnostics
        #expect(found.map(\.message.zh) == ["“窨井”写了两次。"])
        #expect(found.map(\.message.en) == ["“窨井” is given twice."])
        #expect(found.first?.help?.zh == "一个词只写在一组里；两组意思相同的，并成一组。")
        #expect(found.first?.related.map(\.range.start.line) == [1])
    }

    @Test(
        "a file of another name is told which one is meant",
        arguments: ["synonyms.yml", "synonym.yaml", "Synonyms.yaml"])
    func names(name: String) throws {
        let found = try MarkedSite(["content/\(name)": "- [沥青, 柏油]\n"]).load().diagnostics
        #expect(found.count == 1 && found[0].help?.zh.contains("synonyms.yaml") == true, "\(found.map(\.message.zh))")
    }
}
