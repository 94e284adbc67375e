import ArgumentParser

/// What a person may say yes to, so that an import of forms goes on that would change a record (`--accept`).
enum FormAcceptance: String, Sendable, Hashable, CaseIterable, ExpressibleByArgument {
    /// Teams that an announced list does not have, or that may be others of it, are new ones.
    case newTeams = "new-teams"
    /// The text of a form takes the place of the write-up that is there.
    case resubmitted

    /// What is said yes to, for the help of the command.
    var meaning: (zh: String, en: String) {
        switch self {
        case .newTeams: ("名单上没有的班组是新增的", "teams that the list does not have are new")
        case .resubmitted: ("用重新提交的正文换下已有的正文", "the text of the form replaces the one that is there")
        }
    }
}
