import Content

/// A small site in memory, some of whose files come from a fuzzer.
enum MemorySource {
    static let rosterPath = "content/awards/2020/roster.csv"
    static let editionPath = "content/awards/2020/index.md"
    static let writeUpPath = "content/awards/2020/zj-001.md"

    private static let files = [
        "site.config": "title: 站\nbase_url: https://example.org/\norganisation: {name: 协会}\nsample: true\n",
        editionPath:
            "---\ntitle: 2020年度\nyear: 2020\nstatus: final\npublished: 2020-11-30\ndeadline: 2020-07-31\n---\n\n文字。\n",
        rosterPath: "id,team,enterprise,province,mode\nzj-001,甲班,乙公司,浙江,self\n",
        writeUpPath: "---\ntitle: 甲班\nteam: zj-001\n---\n\n## 班组简介\n\n文字。\n",
        "content/associations.yaml": "- id: zj\n  name: 浙江省市政行业协会\n  province: 浙江\n",
    ]

    /// What is read from the site with other files in place of its own or beside them.
    static func result(with others: [String: [UInt8]]) -> SiteLoader.Result {
        let all = files.mapValues { Array($0.utf8) }.merging(others) { $1 }
        do {
            return try SiteLoader.load(.memory(all), jobs: 1)
        } catch {
            // Memory can always be listed.
            return SiteLoader.Result(content: nil, diagnostics: [])
        }
    }
}
