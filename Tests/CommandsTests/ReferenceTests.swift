import Foundation
import TestSupport
import Testing

@Suite("showcase routes, explain and schema")
struct ReferenceTests {
    @Test("routes lists every address, sorted, and the build writes exactly these and the theme's files")
    func routes() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let output = Shell.run(["routes"], in: site)
        #expect(output.status == 0)
        let routes = output.out.split(separator: "\n").map(String.init)
        #expect(routes == routes.sorted())
        #expect(routes.contains("/awards/2020/js-002/"))
        #expect(Shell.run(["build"], in: site).status == 0)
        let expected = Set(
            routes.map { $0.hasSuffix("/") ? $0.dropFirst() + "index.html" : $0.dropFirst() }.map(String.init))
        let written = Set(try Sites.files(below: site + "/public").filter { !$0.hasPrefix(".") })
        let others = written.symmetricDifference(expected)
        #expect(others.count == 1)
        #expect(try #require(others.first).wholeMatch(of: /assets\/[0-9a-f]{10}\/site\.css/) != nil)
    }

    @Test("explain tells a rule in both languages, lists all, and ends with 2 for one that does not exist")
    func explain() throws {
        let scratch = try Scratch()
        let chinese = Shell.run(["explain", "link/anchor", "--lang", "zh"], in: scratch.path)
        #expect(chinese.status == 0 && chinese.out.contains("正确的写法"))
        let english = Shell.run(["explain", "link/anchor", "--lang", "en"], in: scratch.path)
        #expect(english.out.contains("Right:"))
        #expect(Shell.run(["explain"], in: scratch.path).out.split(separator: "\n").count > 60)
        let wrong = Shell.run(["explain", "link/ancor"], in: scratch.path)
        #expect(wrong.status == 2 && wrong.error.contains("link/anchor"))
    }

    @Test("a small site has one file for each search, listed among its addresses")
    func searchFiles() throws {
        let scratch = try Scratch()
        let site = try scratch.site("small")
        let routes = Shell.run(["routes", "--kinds"], in: site).out.split(separator: "\n")
        #expect(routes.filter { $0.hasPrefix("index\t") } == ["index\t/search/index.bin", "index\t/verify/index.bin"])
        #expect(routes.contains("search\t/search/"))
        #expect(Shell.run(["build"], in: site).status == 0)
        let files = try Sites.files(below: site + "/public").filter { $0.hasSuffix(".bin") }
        #expect(files == ["search/index.bin", "verify/index.bin"])
    }

    @Test("a kind that there is not is told with those that there are")
    func unknownKind() throws {
        let output = Shell.run(["schema", "team"], in: Sites.repository)
        #expect(output.status == 2)
        #expect(output.error.contains("writeup") && output.error.contains("form-definition"))
    }

    @Test("a rule or kind that there is not is told with the nearest, in both languages")
    func unknown() throws {
        let rule = Shell.run(["explain", "link/ancor"], in: Sites.repository)
        #expect(rule.status == 2 && rule.out.isEmpty)
        #expect(
            rule.error.hasPrefix(
                "Error: There is no rule “link/ancor”. Did you mean “link/anchor”? 没有这条规则。是否应为“link/anchor”？\n"))
        let other = Shell.run(["explain", "nothing/at"], in: Sites.repository)
        #expect(other.error.hasPrefix("Error: There is no rule “nothing/at”. 没有这条规则。\n"))
        #expect(Shell.run(["routes"], in: "/nowhere").status == 2)
    }

    @Test("what is asked in English by the environment is answered in English, and an option counts more")
    func language() throws {
        let english = Shell.run(["explain", "link/anchor"], in: "/", environment: ["SHOWCASE_LANG": "en"])
        #expect(english.out.contains("Right:"))
        let chinese = Shell.run(
            ["explain", "link/anchor", "--lang", "zh"], in: "/", environment: ["SHOWCASE_LANG": "en"])
        #expect(chinese.out.contains("正确的写法"))
        #expect(
            Shell.run(["explain", "link/anchor"], in: "/", environment: ["SHOWCASE_LANG": "de"]).out == chinese.out)
    }
}
