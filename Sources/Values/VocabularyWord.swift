import Diagnostics

/// The words that fields of a vocabulary accept, with their Chinese forms.
package protocol VocabularyWord: RawRepresentable, CaseIterable, Sendable where RawValue == String {
    var chineseWord: String { get }
    /// Further words that people write for the same, which are accepted but not proposed.
    var otherWords: [String] { get }
}

extension VocabularyWord {
    package var otherWords: [String] { [] }

    /// The words that may be written, as a list in a message.
    package static var choices: LocalizedText {
        LocalizedText(
            zh: allCases.map(\.chineseWord).joined(separator: "、"),
            en: allCases.map(\.rawValue).joined(separator: ", "))
    }

    /// The word that a key or its Chinese form names.
    package init?(word: String) {
        let found = Self.allCases.first {
            $0.rawValue == word || $0.chineseWord == word || $0.otherWords.contains(word)
        }
        guard let found else { return nil }
        self = found
    }
}

extension EditionStatus: VocabularyWord {
    package var chineseWord: String {
        switch self {
        case .draft: "草稿"
        case .publicity: "公示"
        case .final: "公布"
        }
    }
}

extension ApplicationMode: VocabularyWord {
    package var chineseWord: String { self == .recommended ? "推荐" : "自荐" }

    package var otherWords: [String] {
        self == .recommended
            ? [
                "协会推荐", "协会汇总申报", "省协会汇总申报", "省协会推荐", "汇总申报", "协会汇总", "汇总", "推荐申报", "协会申报", "推荐（省协会）", "推荐（协会）",
            ]
            : ["企业自荐", "企业自荐申报", "自荐申报", "自行申报", "企业自行申报"]
    }
}

extension Honor: VocabularyWord {
    package var chineseWord: String {
        switch self {
        case .title: "质量信得过班组"
        case .caqRecommended: "推荐全国"
        case .caqAwarded: "获全国"
        }
    }
}

extension Standing: VocabularyWord {
    package var chineseWord: String { self == .held ? "有效" : "撤销" }

    package var otherWords: [String] {
        self == .held ? ["正常", "保持", "持有"] : ["已撤销", "撤销称号", "取消", "已取消", "取消称号"]
    }
}

extension TeamKind: VocabularyWord {
    package var chineseWord: String {
        switch self {
        case .crew: "班组"
        case .team: "团队"
        case .department: "部门"
        }
    }
}

extension NoticeKind: VocabularyWord {
    package var chineseWord: String {
        switch self {
        case .call: "通知"
        case .publicity: "公示"
        case .result: "结果"
        case .other: "其他"
        }
    }

    package var otherWords: [String] { self == .result ? ["公布"] : [] }
}

extension AssociationLevel: VocabularyWord {
    package var chineseWord: String {
        switch self {
        case .national: "全国"
        case .provincial: "省级"
        case .city: "市级"
        }
    }
}

extension ParentKind: VocabularyWord {
    package var chineseWord: String { self == .branch ? "分公司" : "子公司" }
}

extension BetterDirection: VocabularyWord {
    package var chineseWord: String { self == .higher ? "越高越好" : "越低越好" }
}

extension Criterion: VocabularyWord {
    package var chineseWord: String { chineseName }
}

extension BuildingField: VocabularyWord {
    package var chineseWord: String { chineseName }
}

extension SiteLanguage: VocabularyWord {
    package var chineseWord: String { self == .chinese ? "中文" : "英文" }
}

extension SharePictureExtent: VocabularyWord {
    package var chineseWord: String {
        switch self {
        case .all: "全部"
        case .editions: "年度"
        case .none: "不要"
        }
    }
}
