import Foundation
import TestSupport
import Testing

@Suite("showcase check --fix")
struct FixTests {
    @Test("--fix mends names that are nearly right and nothing else; --dry-run only shows it")
    func fix() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small", overlay: "broken/dangling-link")
        let about = site + "/content/about.md"
        let before = try String(contentsOfFile: about, encoding: .utf8)
        let roster = site + "/content/awards/2020/roster.csv"
        try String(contentsOfFile: roster, encoding: .utf8).replacing("江苏", with: "江苏市")
            .write(toFile: roster, atomically: true, encoding: .utf8)
        let shown = Shell.run(["check", "--fix", "--dry-run", "--lang", "en"], in: site)
        #expect(shown.status == 1 && shown.out.contains("  + 说明文字，返回[首页](about.md)。"), "\(shown.out)")
        #expect(try String(contentsOfFile: about, encoding: .utf8) == before)
        let made = Shell.run(["check", "--fix", "--lang", "en"], in: site)
        #expect(made.status == 0, "\(made.out) \(made.error)")
        #expect(try String(contentsOfFile: about, encoding: .utf8) == before.replacing("abuot.md", with: "about.md"))
        #expect(try String(contentsOfFile: roster, encoding: .utf8).contains(",江苏,"))
        #expect(Shell.run(["check", "--dry-run"], in: site).status == 2)
    }

    @Test("--fix keeps the place of a link and its text, leaves YAML alone, and a file's mode as it was")
    func careful() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let about = site + "/content/about.md"
        let head = "\u{FEFF}---\n标题: 关于\n描述: 甲,乙\n---\n\n"
        let wrong = "见[办法](rules/measure.md#art-3)与[条文][a]、[总则](rules/measures.md#总测)，分层,压实。\n\n[a]: rules/measure.md\n"
        try (head + wrong).write(toFile: about, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o664], ofItemAtPath: about)
        let list = site + "/content/associations.yaml"
        let names =
            "- id: zj-xiehui\n  名称: 浙江样例协会\n  层级: 省级\n  省份: 浙江\n- id: bt-xiehui\n  名称: 兵团样例协会\n  层级: 省级\n  省份: 兵团\n"
        try names.write(toFile: list, atomically: true, encoding: .utf8)
        let configuration = site + "/site.config"
        try (String(contentsOfFile: configuration, encoding: .utf8) + "checks: {typography/*: hint}\n")
            .write(toFile: configuration, atomically: true, encoding: .utf8)
        let output = Shell.run(["check", "--fix", "--lang", "en"], in: site)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: about))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(bytes.starts(with: head.utf8), "\(text)")
        #expect(text.contains("见[办法](rules/measures.md#art-3)与[条文][a]、[总则](rules/measures.md#总则)，分层，压实。"), "\(text)")
        #expect(try String(contentsOfFile: list, encoding: .utf8) == names, "\(output.out)")
        let mode = try FileManager.default.attributesOfItem(atPath: about)[.posixPermissions] as? Int
        #expect(mode == 0o664)
        #expect(
            Shell.run(["check", "--only", "link/*", "--baseline", "b", "--update-baseline"], in: site).status == 2
        )
    }

    @Test("--fix keeps the quotes of a value and the encoding of a file, and mends beside masked numbers")
    func fixOrSay() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let roster = site + "/content/awards/2020/roster.csv"
        let rows = try String(contentsOfFile: roster, encoding: .utf8)
        try rows.replacing(",江苏,", with: ",\"江苏市\",").write(toFile: roster, atomically: true, encoding: .utf8)
        let about = site + "/content/about.md"
        try "---\ntitle: 关于\n---\n\n电话 13523333233，见[办法](rules/measure.md)。\n".write(
            toFile: about, atomically: true, encoding: .utf8)
        let output = Shell.run(["check", "--fix", "--lang", "en"], in: site)
        #expect(try String(contentsOfFile: roster, encoding: .utf8) == rows.replacing(",江苏,", with: ",\"江苏\","))
        #expect(
            try String(contentsOfFile: about, encoding: .utf8).hasSuffix("电话 13523333233，见[办法](rules/measures.md)。\n"))
        #expect(output.error.contains("2 mended."), "\(output.error)")

        // A roster in GB 18030 stays in it: of 江苏市, the last of three characters goes.
        try rows.replacing(",江苏,", with: ",江苏市,").write(toFile: roster, atomically: true, encoding: .utf8)
        let convert = Process()
        convert.executableURL = URL(fileURLWithPath: "/bin/sh")
        convert.arguments = ["-c", "iconv -f UTF-8 -t GB18030 \"$0\" > \"$0.gb\" && mv \"$0.gb\" \"$0\"", roster]
        try convert.run()
        convert.waitUntilExit()
        let encoded = try Data(contentsOf: URL(fileURLWithPath: roster))
        #expect(String(data: encoded, encoding: .utf8) == nil)
        let other = Shell.run(["check", "--fix", "--lang", "en"], in: site)
        #expect(other.error.contains("1 mended."), "\(other.error)")
        var expected = encoded
        let name = try #require(encoded.range(of: Data([0xBD, 0xAD, 0xCB, 0xD5, 0xCA, 0xD0])))
        expected.removeSubrange(name.lowerBound + 4..<name.upperBound)
        #expect(try Data(contentsOf: URL(fileURLWithPath: roster)) == expected)
    }

    @Test(
        "a name that may be another thing is left to the editor",
        arguments: [
            ("content/awards/2020/roster.csv", "江苏,", "江酉,"),
            ("content/about.md", "[首页](/)", "[三](rules/measures.md#第四条)"),
            ("content/about.md", "[首页](/)", "[丁](awards/2020/jx-002/index.md)"),
            ("content/about.md", "[首页](/)", "[丁](awards/2021/js-002/index.md)"),
        ])
    func uncertain(file: String, from: String, to: String) throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let path = site + "/" + file
        let changed = try String(contentsOfFile: path, encoding: .utf8).replacing(from, with: to)
        #expect(changed.contains(to))
        try changed.write(toFile: path, atomically: true, encoding: .utf8)
        let output = Shell.run(["check", "--fix", "--lang", "en"], in: site)
        #expect(output.status == 1, "\(output.out)")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == changed)
    }
}
