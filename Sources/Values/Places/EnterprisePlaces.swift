/// Places in names of enterprises that do not tell where the enterprise is.
package enum EnterprisePlaces {
    /// Another province that a name has in brackets or before that of a branch: 北京城建（上海）有限公司, 浙江省建工集团江苏分公司.
    ///
    /// - Returns: `nil` where the name begins with no place, or all of its places lie in one province.
    package static func rival(in name: String) -> Province? {
        guard let own = PlaceReading.atStart(of: name)?.province else { return nil }
        let plain = ProvinceSpelling.plain(name)
        let inside = plain.split(separator: "(").dropFirst().compactMap {
            $0.split(separator: ")").first.map(String.init)
        }
        let inBrackets = inside.compactMap { PlaceReading.atStart(of: $0)?.province }
        return (inBrackets + [branchPlace(plain)].compactMap { $0 }).first { !$0.isSame(as: own) }
    }

    /// Whether a name that begins with a place of one province has a place in another one as well, which tells why it is listed
    /// there: 上海路桥隧道工程有限公司江苏分公司 under 江苏.
    package static func explains(_ name: String, in province: Province) -> Bool {
        rival(in: name).map { $0.isSame(as: province) } ?? false
    }

    /// The province of the place that stands right before 分公司 and the like.
    private static func branchPlace(_ plain: String) -> Province? {
        for branch in ["分公司", "子公司", "项目部", "项目经理部", "分院", "分局", "办事处", "事业部", "工程处", "分部", "分厂"] {
            guard let range = plain.firstRange(of: branch) else { continue }
            let before = plain[..<range.lowerBound]
            for length in stride(from: 6, through: 2, by: -1) where before.count > length {
                let place = String(before.suffix(length))
                if let province = ProvinceSpelling.byName[place] ?? PlaceIndex.shared.beginnings[place] {
                    return province
                }
            }
        }
        return nil
    }

    /// Whether what stands behind the name of a place makes it that of a street or of waters, which lie elsewhere: 南京路环卫,
    /// 苏州河环境, 青海湖建设. In 南京路桥 and 杭州河道 the word begins behind the place.
    static func isStreetOrWater(_ rest: Substring) -> Bool {
        guard let sign = rest.first, "路河湾湖街巷".contains(sign), !works.contains(rest.prefix(2)) else { return false }
        let after = rest.dropFirst()
        return after.isEmpty || TradeWords.begin(after)
    }

    private static let works: Set<Substring> = [
        "路桥", "路面", "路灯", "路基", "路政", "路网", "路缘", "路域", "河道", "河湖", "河长", "河湾", "湖泊", "街道", "街区",
    ]
}
