import Diagnostics
import Rules
import Testing
import Values

@testable import Content

@Suite("Names in a roster that is edited by hand")
struct RosterNameCheckTests {
    private static let head = "id,team,enterprise,province,mode,recommender\n"

    private func read(_ rows: [String]) -> (rows: [RosterRow], findings: [Diagnostic]) {
        var findings: [Diagnostic] = []
        let roster = RosterReader.read(
            path: "content/awards/2020/roster.csv", bytes: Array((Self.head + rows.map { $0 + "\n" }.joined()).utf8),
            findings: &findings)
        return (roster.rows, findings)
    }

    @Test(
        "what imports refuse for a name is an error at its cell",
        arguments: [
            "0", "2", "2个", "共12个班组", "待定", "√", "张三等5人", "李四等人", "浙江省", "宁波市", "见附件", "班组（已撤销）", "钱湾班组（落选）", "钱湾班组 备选",
            "运河管网班组、桥梁检测班组", "班组", "班组名称", "A", "TRUE", "—", "...", "示例班组", "XX班组", "《盾构掘进班组》", "（请填写）", "＿＿钱湾班组＿＿",
            "钱湾班组（作废）", "钱湾班组（盖章）", "钱湾班组（现东湾班组）", "钱湾班组（班组长：张三）", "浙江澄湖市政有限公司",
        ])
    func teams(name: String) throws {
        let found = read(["zj-001,\(name),浙江甲市政有限公司,浙江,self,"]).findings
        #expect(found.map(\.rule) == [.rosterName] && found.map(\.severity) == [.error], "\(found)")
        let range = try #require(found.first?.range)
        #expect(range.start.line == 2 && String(decoding: range.file.bytes[range.bytes], as: UTF8.self) == name)
        // Persons are not named by what is to keep them out.
        #expect(found.first?.message.zh.contains("张三") == name.hasPrefix("张三"))
    }

    @Test(
        "so it is for an enterprise",
        arguments: [
            "公司", "有限公司", "某某有限公司", "浙江甲市政有限公司 杭州市钱湾路1号", "浙江甲市政有限公司（公章）  年 月 日", "待定", "3", "江苏省", "浙江甲市政有限公司（盖章）",
            "浙江甲市政有限公司（现浙江乙集团有限公司）", "浙江甲市政有限公司（联系人：张三）", "钱湾养护班组",
        ])
    func enterprises(name: String) {
        let found = read(["zj-001,甲班组,\(name),浙江,self,"]).findings
        #expect(found.map(\.rule) == [.rosterName] && found.map(\.severity) == [.error], "\(found)")
        #expect(found.first?.range?.start.line == 2)
    }

    @Test("names in each other's place are one finding, and nothing is said of the enterprise's province")
    func swapped() {
        let found = read(["zj-001,江苏甲市政有限公司,苏州养护班组,浙江,self,"]).findings
        #expect(found.map(\.rule) == [.rosterName] && found.first?.related.count == 1)
    }

    @Test("what may be right is a warning", arguments: ["钱湾班组（张三）", "钱湾班组（原东湾班组）"])
    func warned(name: String) {
        let found = read(["zj-001,\(name),浙江甲市政有限公司,浙江,self,"]).findings
        #expect(found.map(\.rule) == [.rosterName] && found.map(\.severity) == [.warning])
    }

    @Test(
        "what a conversion left, and the number of a row, are asked about",
        arguments: ["钱湾路面养?班组", "钱湾&amp;路面班组", "1.钱湾路面养护班组"])
    func traces(name: String) {
        #expect(read(["zj-001,\(name),浙江甲市政有限公司,浙江,self,"]).findings.map(\.rule) == [.rosterName])
    }

    @Test(
        "cells with more than anybody writes are an error with the number of characters",
        arguments: [(201, 1), (200, 0), (40_000, 1)])
    func length(count: Int, findings: Int) {
        let name = String(repeating: "甲", count: count - 2) + "班组"
        let found = read(["zj-001,\(name),浙江甲市政有限公司,浙江,self,"]).findings
        #expect(found.map(\.rule) == Array(repeating: .rosterValue, count: findings))
        #expect(findings == 0 || found.first?.message.zh == "“班组名称”有 \(count) 个字，最多 200 个字。")
    }

    @Test("a telephone in a name is told once")
    func telephone() {
        let found = read(["zj-001,钱湾班组（张三 13812345678）,浙江甲市政有限公司,浙江,self,"]).findings
        #expect(found.count == 1, "\(found)")
    }

    @Test(
        "a recommender with its verb is an error that says what to write",
        arguments: [
            ("由浙江省市政行业协会推荐", "请写“浙江省市政行业协会”。"), ("浙江省市政行业协会推荐", "请写“浙江省市政行业协会”。"), ("推荐：浙江省市政行业协会", "请写“浙江省市政行业协会”。"),
            ("浙江省市政行业协会拟推荐", "请只写协会的全称。"),
        ])
    func recommenders(text: String, help: String) {
        let (rows, found) = read(["zj-001,甲班组,浙江甲市政有限公司,浙江,recommended,\(text)"])
        #expect(found.map(\.rule) == [.rosterName] && found.first?.help?.zh == help)
        #expect(rows.first?[RosterFields.recommender]?.value != text)
    }

    @Test(
        "names of all kinds are names",
        arguments: [
            "养护班（1）", "养护班组（夜班）", "12班", "五人小组", "三八班组", "青年突击队", "王进喜班组", "李明班组", "QC小组", "1号泵站班组", "钱湾一班", "泵站班组-夜班",
            "钱塘江隧道养护班组", "甲组", "电缆班 甲班",
        ])
    func healthy(name: String) {
        let found = read(["zj-001,\(name),浙江甲市政（集团）有限公司第一分公司,浙江,recommended,zjmea"]).findings
        #expect(found.isEmpty, "\(found)")
    }

    @Test("an enterprise whose branch lies in the row's province is not warned of")
    func branches() {
        let rows = [
            "js-001,甲班组,上海路桥隧道工程有限公司江苏分公司,江苏,self,", "zj-001,乙班组,上海路桥隧道（浙江）有限公司,浙江,self,",
            "js-002,丙班组,北京城建集团南京项目部,江苏,self,",
        ]
        #expect(read(rows).findings.isEmpty)
        #expect(read(["js-001,甲班组,上海路桥隧道工程有限公司,江苏,self,"]).findings.map(\.rule) == [.enterpriseProvince])
    }
}
