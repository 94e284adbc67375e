import Testing

@testable import Values

@Suite("Which team is meant")
struct TeamMatcherTests {
    private func team(_ pair: (team: String, enterprise: String)) -> NamedTeam {
        NamedTeam(team: pair.team, enterprise: pair.enterprise)
    }

    @Test("labelled pairs: no two teams are taken for one, and nearly all spellings of one are known")
    func labelledPairs() {
        var (found, missed) = (0, [String]())
        let pairs = TeamPairs.all + TeamPairs.unseen
        for pair in pairs {
            let answers = [(pair.left, pair.right), (pair.right, pair.left)].map { known, asked in
                TeamMatcher([team(known)]).answer(for: team(asked))
            }
            let areSame = answers.map { answer in
                switch answer {
                case .exact, .same: true
                case .several, .none: false
                }
            }
            #expect(areSame[0] == areSame[1], "the order matters: \(pair)")
            if pair.isOne {
                if areSame[0] { found += 1 } else { missed.append("\(pair): \(answers[0])") }
            } else {
                #expect(!areSame[0], "two teams: \(pair)")
            }
        }
        let ones = pairs.count(where: \.isOne)
        #expect(pairs.count >= 400)
        #expect(Double(found) / Double(ones) >= 0.98, "\(missed.joined(separator: "\n"))")
    }

    private static let firm = "湖城市政养护有限公司"

    @Test("names that differ by nothing that is seen are exact")
    func exact() {
        let matcher = TeamMatcher([NamedTeam(team: "湖城养护班组", enterprise: Self.firm)])
        for team in ["湖城养护班组", "湖城\u{200B}养护班组", "湖城 养护班组", "湖城\u{A0}养护班组\u{1F}"] {
            #expect(matcher.answer(for: NamedTeam(team: team, enterprise: Self.firm)) == .exact(0))
        }
    }

    @Test("what two teams may be meant by is asked, the likeliest first")
    func several() {
        let matcher = TeamMatcher([
            NamedTeam(team: "梅花山泵站班组", enterprise: Self.firm), NamedTeam(team: "梅花泵站班组", enterprise: Self.firm),
            NamedTeam(team: "道路养护一班", enterprise: Self.firm), NamedTeam(team: "道路养护二班", enterprise: Self.firm),
        ])
        // Exactly one of them, though another is near.
        #expect(matcher.answer(for: NamedTeam(team: "梅花泵站班组", enterprise: Self.firm)) == .exact(1))
        guard case .same(let same) = matcher.answer(for: NamedTeam(team: "梅花泵站班", enterprise: Self.firm)) else {
            Issue.record("not known")
            return
        }
        #expect(same.index == 1)
        guard case .several(let asked) = matcher.answer(for: NamedTeam(team: "梅花岭泵站班组", enterprise: Self.firm)) else {
            Issue.record("not asked")
            return
        }
        #expect(asked.map(\.index) == [1])
        #expect(matcher.answer(for: NamedTeam(team: "道路养护三班", enterprise: Self.firm)) == .none)
    }

    @Test("another province makes another team of the same names, and the Corps counts to Xinjiang")
    func province() throws {
        let known = NamedTeam(team: "测量班组", enterprise: "远山路桥有限公司", province: Province(named: "新疆"))
        let matcher = TeamMatcher([known])
        func answer(_ province: String?) -> TeamMatcher.Answer {
            matcher.answer(
                for: NamedTeam(
                    team: "测量班组", enterprise: "远山路桥有限公司", province: province.flatMap { Province(named: $0) }))
        }
        #expect(answer("新疆") == .exact(0))
        #expect(answer("兵团") == .exact(0))
        #expect(answer(nil) == .exact(0))
        guard case .several(let candidates) = answer("甘肃") else {
            Issue.record("taken for one")
            return
        }
        #expect(candidates[0].doubts.map(\.text.zh) == ["省份不同：“新疆”与“甘肃”"])
    }

    @Test(
        "another recommender is a doubt where the names are not quite the same, and a field to compare where they are")
    func recommender() {
        let known = NamedTeam(team: "测量班组", enterprise: "远山路桥有限公司", recommender: "湖南省市政工程协会")
        let matcher = TeamMatcher([known])
        func answer(_ team: String, _ recommender: String) -> TeamMatcher.Answer {
            matcher.answer(for: NamedTeam(team: team, enterprise: "远山路桥有限公司", recommender: recommender))
        }
        #expect(answer("测量班组", "安徽省市政行业协会") == .exact(0))
        #expect(answer("测量班", "湖南省市政工程协会") == .same(.init(index: 0, reasons: [.teamEnding("班", "班组")])))
        guard case .several = answer("测量班", "安徽省市政行业协会") else {
            Issue.record("taken for one")
            return
        }
    }

    @Test("a team without its enterprise is asked about")
    func withoutEnterprise() {
        let matcher = TeamMatcher([
            NamedTeam(team: "运河盾构掘进班组", enterprise: "浙江越隧地下工程有限公司"),
            NamedTeam(team: "测量班组", enterprise: Self.firm),
        ])
        guard case .several(let candidates) = matcher.answer(for: NamedTeam(team: "运河盾构掘进班", enterprise: "")) else {
            Issue.record("not asked")
            return
        }
        #expect(candidates.map(\.index) == [0])
    }

    @Test("what another row names exactly is not asked about")
    func answers() {
        let matcher = TeamMatcher([NamedTeam(team: "湖城养护班组", enterprise: Self.firm)])
        let rows = ["湖城养护班组", "湖城养护班"].map { NamedTeam(team: $0, enterprise: Self.firm) }
        #expect(matcher.answers(for: rows) == [.exact(0), .none])
    }

    @Test("reasons are said in words of an editor")
    func words() {
        let reasons = TeamMatcher.comparison(
            NamedTeam(team: "湖诚养护班", enterprise: "湖城市政养护有限责任公司"),
            NamedTeam(team: "湖城养护班组", enterprise: Self.firm))
        #expect(
            reasons?.map(\.text.zh) == [
                "班组名称的末尾写法不同：“班”与“班组”", "班组名称只差一个字：“诚”与“城”", "企业名称里的公司形式写法不同：“有限责任公司”与“有限公司”",
            ])
    }

    @Test("in a roster of two thousand, a team is compared with few, be enterprises told apart by numbers or by names")
    func fewComparisons() {
        let numbered = (0..<2_000).map { NamedTeam(team: "养护\($0)班", enterprise: "第\($0 % 700)市政有限公司") }
        let named = (0..<2_000).map { index in
            let own = [index % 20, index / 20 % 20, index / 400].map { String(Array("澄越秣胥珠鹏鄞钱滨岭湖江泽云石溪梅松竹兰")[$0]) }
            return NamedTeam(team: "养护班", enterprise: own.joined() + "市政有限公司")
        }
        for (teams, limit) in [(numbered, 6), (named, 200)] {
            let matcher = TeamMatcher(teams)
            let most = teams.prefix(200).map { matcher.comparisonCount(for: $0) }.max()
            #expect(most ?? .max <= limit)
        }
    }

    @Test("a matcher that learns teams one by one answers as one that is made of them at once")
    func growing() {
        let teams = TeamPairs.unseen.map { team($0.left) }
        var growing = TeamMatcher([])
        for team in teams { growing.add(team) }
        let whole = TeamMatcher(teams)
        for pair in TeamPairs.unseen {
            #expect(growing.answer(for: team(pair.right)) == whole.answer(for: team(pair.right)))
        }
    }

    @Test("a firm of the state in short is the one in full; another number, office or subsidiary is another firm")
    func stateFirms() {
        func areOne(_ one: String, _ other: String) -> Bool {
            let answer = TeamMatcher([NamedTeam(team: "测量班组", enterprise: one)]).answer(
                for: NamedTeam(team: "测量班组", enterprise: other))
            switch answer {
            case .exact, .same: return true
            case .several, .none: return false
            }
        }
        for (full, short) in [
            ("中国建筑第八工程局有限公司", "中建八局"), ("中国建筑一局（集团）有限公司", "中建一局集团"), ("中国建筑第五工程局有限公司", "中建5局有限公司"),
            ("中交第二航务工程局有限公司", "中交二航局"), ("中交第一公路工程局有限公司", "中交一公局"), ("中国水利水电第七工程局有限公司", "水电七局"),
            ("中国水利水电第十一工程局有限公司", "中国水电十一局"), ("中铁上海工程局集团有限公司", "中铁上海局"), ("中铁第四勘察设计院集团有限公司", "中铁四院"),
            ("中国二十二冶集团有限公司", "二十二冶集团"), ("中国建筑第三工程局第一建设工程有限责任公司", "中建三局第一建设工程有限公司"),
        ] {
            #expect(areOne(full, short) && areOne(short, full), "\(full) \(short)")
        }
        for (one, other) in [
            ("中国建筑第八工程局有限公司", "中建六局"), ("中国建筑第八工程局有限公司", "中铁八局"), ("中铁上海工程局集团有限公司", "中铁广州局"),
            ("中交第二航务工程局有限公司", "中交二公局"), ("中国建筑第三工程局第一建设工程有限公司", "中建三局"), ("中铁第四勘察设计院集团有限公司", "中铁四局"),
            ("中国水利水电第七工程局有限公司", "水利第七工程有限公司"), ("中铁建工集团有限公司", "中国铁建股份有限公司"),
        ] {
            #expect(!areOne(one, other) && !areOne(other, one), "\(one) \(other)")
        }
    }

    @Test("a person's name that is nearly another's is asked about, a slip in a place's name is not")
    func persons() {
        let matcher = TeamMatcher(
            ["李明班组", "王建国焊接班组", "陈静测量小组", "钱湾养护班组"].map { NamedTeam(team: $0, enterprise: Self.firm) })
        for (name, index) in [("李敏班组", 0), ("王剑国焊接班组", 1), ("陈敬测量小组", 2)] {
            guard case .several(let asked) = matcher.answer(for: NamedTeam(team: name, enterprise: Self.firm)) else {
                Issue.record("not asked: \(name)")
                continue
            }
            #expect(asked.map(\.index) == [index])
        }
        guard case .same = matcher.answer(for: NamedTeam(team: "钱弯养护班组", enterprise: Self.firm)) else {
            Issue.record("not known")
            return
        }
    }

    @Test("in a roster of two thousand, each row finds its own team among those of one enterprise")
    func manyTeams() {
        let teams = (0..<2_000).map { NamedTeam(team: "养护\($0)班", enterprise: "第\($0 % 700)市政有限公司") }
        let matcher = TeamMatcher(teams)
        let rows = (0..<2_000).map { NamedTeam(team: "养护\($0)班组", enterprise: "第\($0 % 700)市政有限责任公司") }
        let answers = matcher.answers(for: rows)
        for (index, answer) in answers.enumerated() {
            guard case .same(let candidate) = answer, candidate.index == index else {
                Issue.record("row \(index)")
                return
            }
        }
    }
}
