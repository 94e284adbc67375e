import Diagnostics

/// A screen of the desk.
enum DeskScreen: String, CaseIterable {
    case today, content, edit, list, history

    /// - Parameter path: what follows `/_showcase/`, with or without a slash at the end.
    init?(path: Substring) {
        guard !path.isEmpty else {
            self = .today
            return
        }
        let name = path.last == "/" ? path.dropLast() : path
        guard let screen = Self(rawValue: String(name)), screen != .today else { return nil }
        self = screen
    }

    /// What stands in the tab of a browser.
    var title: LocalizedText {
        switch self {
        case .today: LocalizedText(zh: "今天", en: "Today")
        case .content: LocalizedText(zh: "内容", en: "Content")
        case .edit: LocalizedText(zh: "编辑", en: "Edit")
        case .list: LocalizedText(zh: "名单", en: "Lists")
        case .history: LocalizedText(zh: "历史", en: "History")
        }
    }
}
