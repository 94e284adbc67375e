import Diagnostics

/// What a file that is offered for download holds, as far as the checks need it.
package struct DocumentContents: Sendable {
    /// A piece of text, in the order of the document.
    package struct Passage: Sendable, Equatable {
        /// Where a person finds it: a page, a paragraph, a cell.
        package let place: LocalizedText
        package let text: String

        package init(_ text: String, at place: LocalizedText) {
            self.text = text
            self.place = place
        }
    }

    /// Somebody whom the file's properties name.
    package struct Person: Sendable, Hashable {
        /// What the person is said to have done.
        package enum Role: Sendable, Hashable {
            case author, lastEditor, reviewer, manager, cameraOwner
        }

        package let role: Role
        package let name: String

        package init(_ name: String, _ role: Role) {
            self.name = name
            self.role = role
        }
    }

    package var passages: [Passage] = []
    package var people: [Person] = []
    /// Whether a picture tells where on earth it was taken.
    package var holdsPosition = false
    package var holdsMacros = false
    /// What in the document would run or load something, or is a file of another program, by its name.
    package var activeParts: [String] = []
    /// Files of an archive whose names lead out of the folder that it is unpacked to.
    package var strayParts: [String] = []
    /// What in it cannot be looked into, by its name.
    package var opaqueParts: [String] = []
    /// Names of programs that would have read more of it and are not on this machine.
    package var missingPrograms: [String] = []

    package init() {}

    /// Adds what another document holds that is part of this one.
    ///
    /// - Parameter name: the part's name in this document.
    mutating func add(_ part: DocumentContents, named name: String) {
        add(part, named: LocalizedText(zh: name + " ", en: name))
    }

    /// - Parameter name: the part in words.
    mutating func add(_ part: DocumentContents, named name: LocalizedText) {
        passages += part.passages.map { passage in
            Passage(
                passage.text,
                at: LocalizedText(
                    zh: "\(name.zh)的\(passage.place.zh)", en: "\(passage.place.en) of \(name.en)"))
        }
        people += part.people
        holdsPosition = holdsPosition || part.holdsPosition
        holdsMacros = holdsMacros || part.holdsMacros
        activeParts += part.activeParts
        strayParts += part.strayParts
        opaqueParts += part.opaqueParts
        missingPrograms += part.missingPrograms
    }
}

extension LocalizedText {
    /// The place of text that programs do not show and that is in the file all the same.
    var ofHiddenText: LocalizedText { LocalizedText(zh: zh + "的隐藏文字", en: "hidden text of " + en) }
}

/// Why a document could not be read.
package enum DocumentProblem: Error, Equatable {
    /// It is broken or not of its format; the text says what was found.
    case damaged(LocalizedText)
    /// It asks for a password.
    case encrypted
    /// It is larger, deeper or packed more tightly than any form or table is.
    case excessive(LocalizedText)
    /// Its format is one that cannot be looked into.
    case opaque
}
