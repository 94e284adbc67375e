/// The columns of a roster, with their two names.
package enum RosterColumn: String, Sendable, CaseIterable {
    case id, team, enterprise, province, mode, recommender, honors, members, standing
    case withdrawnOn = "withdrawn_on"
    case reason, decision
    case enterpriseID = "enterprise_id"
    case source

    package var chineseName: String {
        switch self {
        case .id: "编号"
        case .team: "班组名称"
        case .enterprise: "企业名称"
        case .province: "省份"
        case .mode: "申报方式"
        case .recommender: "推荐单位"
        case .honors: "荣誉"
        case .members: "班组人数"
        case .standing: "状态"
        case .withdrawnOn: "撤销日期"
        case .reason: "撤销原因"
        case .decision: "撤销决定"
        case .enterpriseID: "企业编号"
        case .source: "来源链接"
        }
    }

    /// The columns that a roster cannot be without.
    package static let required: [RosterColumn] = [.id, .team, .enterprise, .province, .mode]

    /// The column of a header cell in either language.
    package init?(header: String) {
        let name = header.trimmingSpaces
        guard let column = Self.allCases.first(where: { $0.rawValue == name.lowercased() || $0.chineseName == name })
        else { return nil }
        self = column
    }
}

extension String {
    /// The text without spaces, also full-width ones, at its ends.
    package var trimmingSpaces: String {
        var scalars = Substring(self).unicodeScalars
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}
