import Testing

@testable import Values

@Suite("Teams of one name")
struct NamesakeTests {
    private static let listed = TeamMatcher([
        NamedTeam(team: "钱湾路面养护班组", enterprise: "浙江澄湖城市建设集团有限公司", province: Province(named: "浙江")),
        NamedTeam(team: "沥青摊铺班组", enterprise: "浙江澄湖城市建设集团有限公司", province: Province(named: "浙江")),
    ])

    @Test(
        "a name of its own may be that of one team whatever its enterprise, a common one where the enterprise is shortened",
        arguments: [
            ("钱湾路面养护班组", "浙江新湖市政有限公司", "浙江", true), ("钱湾路面养护班组", "江苏新湖市政有限公司", "江苏", false),
            ("沥青摊铺班组", "浙江新湖市政有限公司", "浙江", false), ("沥青摊铺班组", "浙江澄湖城建集团", "浙江", true),
            ("沥青摊铺班组", "澄湖城建", "浙江", true), ("沥青摊铺班组", "浙江澄湖路桥集团有限公司", "浙江", false),
            ("沥青摊铺班组", "浙江澄湖城建集团第一分公司", "浙江", false), ("钱湾管网班组", "浙江新湖市政有限公司", "浙江", false),
            ("钱湾路面养护班组", "", "浙江", false),
        ])
    func namesakes(team: String, enterprise: String, province: String, isAsked: Bool) {
        let named = NamedTeam(team: team, enterprise: enterprise, province: Province(named: province))
        #expect(Self.listed.namesakes(of: named).isEmpty == !isAsked)
    }
}
