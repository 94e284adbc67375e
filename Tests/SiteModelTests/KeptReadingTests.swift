import Testing

@testable import SiteModel

@Suite("Addresses that were published with earlier readings")
struct KeptReadingTests {
    private func site(_ record: String?) throws -> MemorySite {
        var files = [
            "content/awards/2021/index.md":
                "---\ntitle: 2021年名单\nyear: 2021\nstatus: final\npublished: 2021-12-01\n---\n\n文字。\n",
            "content/awards/2021/roster.csv":
                "编号,班组名称,企业名称,省份,申报方式,推荐单位\nbj-001,甲班组,长城地铁公司,北京,推荐,长城协会\n",
            "content/awards/2021/bj-001.md":
                "---\ntitle: 甲班组\nsummary: 摘要。\nmethods: [重建法]\nworks: [给水工程]\n---\n\n文字。\n",
        ]
        files["published-urls.txt"] = record
        return try MemorySite(files)
    }

    private func addresses(_ site: MemorySite) -> [String] {
        site.site.enterprises.map(\.url) + site.site.associations.map(\.url) + site.site.methods.map(\.url)
            + site.site.works.map(\.url)
    }

    @Test("a new site has the right readings")
    func new() throws {
        #expect(
            addresses(try site(nil)) == [
                "/enterprises/chang-cheng-di-tie-gong-si/", "/associations/chang-cheng-xie-hui/",
                "/practices/method/chong-jian-fa/", "/practices/works/ji-shui-gong-cheng/",
            ])
    }

    @Test("a site that published them keeps each address")
    func kept() throws {
        let earlier = [
            "/enterprises/zhang-cheng-de-tie-gong-si/", "/associations/zhang-cheng-xie-hui/",
            "/practices/method/zhong-jian-fa/", "/practices/works/gei-shui-gong-cheng/",
        ]
        #expect(addresses(try site(earlier.map { $0 + " #history\n" }.joined())) == earlier)
        #expect(addresses(try site(earlier.joined(separator: "\r\n"))) == earlier)
    }

    @Test("one address that was published does not change the others")
    func mixed() throws {
        #expect(
            addresses(try site("/\n/associations/zhang-cheng-xie-hui/\n")) == [
                "/enterprises/chang-cheng-di-tie-gong-si/", "/associations/zhang-cheng-xie-hui/",
                "/practices/method/chong-jian-fa/", "/practices/works/ji-shui-gong-cheng/",
            ])
    }
}
