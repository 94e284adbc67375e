import Content
import Foundation
import Scaffolding
import Values

/// `new site`: a whole small site that builds at once.
package struct NewSite: Command {
    /// The folder to make, as a person named it.
    package var folder: String
    package var language: SiteLanguage
    /// The folder with themes; `nil` to look for those of the program.
    package var themes: String?

    /// - Parameters:
    ///   - folder: the one to make; empty or not there yet.
    ///   - themes: the folder with themes; `nil` to look for those of the program.
    package init(folder: String, language: SiteLanguage = .chinese, themes: String? = nil) {
        self.folder = folder
        self.language = language
        self.themes = themes
    }

    package func run(in context: CommandContext) throws {
        try NewContentRun.site(folder: folder, language: language, themes: themes, in: context)
    }
}

/// `new edition`, `new writeup`, `new notice` and others: the beginning of one piece of content.
package struct NewContent: Command {
    /// What is begun.
    package enum Kind: Sendable {
        /// A year, with the settings of an older one where that is named.
        case edition(year: Int, from: Int?)
        /// - Parameters:
        ///   - team: `year/id`.
        ///   - title: `nil` for the team's name.
        case writeUp(team: String, hasFolder: Bool, title: String?)
        /// - Parameter title: `nil` for the name.
        case document(DocumentKind, name: String, title: String?)
        /// A form with its definition.
        case form(name: String, title: String?)
    }

    package var site: SiteChoice
    package var kind: Kind

    /// - Parameter kind: what is begun.
    package init(_ kind: Kind, site: SiteChoice) {
        self.kind = kind
        self.site = site
    }

    package func run(in context: CommandContext) throws {
        let run = NewContentRun(session: SiteSession(site, in: context))
        switch kind {
        case .edition(let year, let older): try run.edition(year: year, from: older)
        case .writeUp(let team, let hasFolder, let title):
            try run.writeUp(team: team, hasFolder: hasFolder, title: title)
        case .document(let kind, let name, let title):
            try run.page(named: name) { [$0.document(kind, slug: $1, title: title ?? name)] }
        case .form(let name, let title):
            try run.page(named: name) { $0.form(slug: $1, title: title ?? name) }
        }
    }
}
