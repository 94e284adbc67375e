import Diagnostics
import Rules
import Testing

@testable import Content
@testable import Values

@Suite("Marks of notes in names")
struct NameMarkTests {
    @Test(
        "a mark at the end of a name is told from the name, however it is typed",
        arguments: [
            ("甲班组*", "甲班组", "*"), ("甲班组＊", "甲班组", "*"), ("甲班组①", "甲班组", "①"), ("甲班组 ※※", "甲班组", "※※"),
            ("甲班组〔１〕", "甲班组", "[1]"), ("甲班组（注1）", "甲班组", "注1"), ("甲班组【注】", "甲班组", "注"), ("甲班组(*)", "甲班组", "*"),
            ("甲班组注2", "甲班组", "注2"), ("甲班组（注一）", "甲班组", "注一"), ("甲班组¹", "甲班组", "¹"), ("甲班组❷", "甲班组", "❷"),
        ])
    func ending(text: String, name: String, mark: String) {
        #expect(NameMark.ending(text) == .init(name: name, mark: mark))
    }

    @Test(
        "numbers, brackets and words of names are no marks",
        arguments: ["甲班组", "养护班（1）", "某某（集团）", "养护一班", "班组12", "*", "①", "", "某公司（上海）", "关注", "甲班组（一）"])
    func names(text: String) {
        #expect(NameMark.ending(text) == nil && NameMark.beginning(text) == nil)
    }

    @Test("a mark at the beginning", arguments: [("★甲班组", "★"), ("* 甲班组", "*"), ("[1]甲班组", "[1]"), ("②甲班组", "②")])
    func beginning(text: String, mark: String) {
        #expect(NameMark.beginning(text) == .init(name: "甲班组", mark: mark))
    }

    /// What the check of a roster says of the names of its teams and their enterprises.
    private func findings(_ names: [(team: String, enterprise: String)]) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        let rows = names.enumerated().map { "bj-\($0),\($1.team),\($1.enterprise),北京,self\n" }.joined()
        _ = RosterReader.read(
            path: "content/awards/2020/roster.csv", bytes: Array(("id,team,enterprise,province,mode\n" + rows).utf8),
            findings: &findings)
        return findings
    }

    @Test(
        "a roster with a name that bears a mark is warned of it at the name",
        arguments: [
            ("甲班组*", "北京甲公司", "“班组名称”“甲班组*”末尾的“*”像是附注的记号。"), ("乙班组①", "北京甲公司", "“班组名称”“乙班组①”末尾的“①”像是附注的记号。"),
            ("丙班组", "北京甲公司[1]", "“企业名称”“北京甲公司[1]”末尾的“[1]”像是附注的记号。"),
            ("★丁班组", "北京甲公司", "“班组名称”“★丁班组”开头的“★”像是附注的记号。"),
        ])
    func warned(team: String, enterprise: String, message: String) {
        let found = findings([("戊班组", "北京甲公司"), (team, enterprise)])
        #expect(found.map(\.rule) == [.rosterNameMark] && found.map(\.severity) == [.warning])
        #expect(found.map(\.message.zh) == [message])
        #expect(found.first?.range?.start.line == 3)
    }

    @Test("teams that an enterprise numbers with circles are named so")
    func numbered() {
        #expect(findings([("养护班①", "北京甲公司"), ("养护班②", "北京甲公司"), ("养护班（1）", "北京乙公司")]).isEmpty)
        #expect(findings([("养护班①", "北京甲公司"), ("养护班②", "北京乙公司")]).count == 2)
    }
}
