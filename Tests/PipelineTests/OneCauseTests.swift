import Checking
import Content
import Diagnostics
import Pipeline
import Rules
import SiteModel
import Testing

@Suite("One cause, one finding")
struct OneCauseTests {
    @Test("content that is not there is told alone, and not as hundreds of addresses that are gone")
    func missingContent() throws {
        let small = try TriedSite.small.get()
        var files = small.files.filter { !$0.key.hasPrefix("content/") }
        let ledger = "@begin\n/about/\n/rules/measures/\n/awards/2020/\n@list\t2020\tfinal\t0\n@end\n"
        files[URLLedger.path] = Array(ledger.utf8)
        var options = small.options
        options.workspace = .memory(files)
        let errors = try Build.run(options).report.entries.map(\.diagnostic).filter { $0.severity == .error }
        #expect(errors.map(\.rule) == [.configurationMissing])
    }

    @Test(
        "a file under a hidden or temporary name is told so, whether it is there or not",
        arguments: [".隐藏.txt", "~$表.txt", "表.txt~", "旧/.x/表.txt"])
    func hiddenFile(name: String) throws {
        let site = try AddressedSite()
        site.write("文字\n", to: "content/notices/" + name)
        site.write(
            "---\ntitle: 通知\ndate: 2020-05-15\nkind: call\nedition: 2020\nattachments: [\"\(name)\"]\n---\n\n请看附件。\n",
            to: "content/notices/call.md")
        let found = try site.check().entries.map(\.diagnostic).filter { $0.rule == .fileMissing }
        #expect(found.count == 1)
        #expect(found.first?.message.zh.hasPrefix("文件“\(name)”不会发布：") == true)
        #expect(found.first?.replacement == nil)
    }
}
