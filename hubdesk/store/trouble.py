"""What can go wrong between a hub and the place where it lives, in a user's words."""

import errno
from enum import Enum

from hubdesk.domain.problem import Problem, Severity
from hubdesk.store.writable import writable


class Trouble(Enum):
    """A kind of trouble: what happened, and what to do about it. `{where}` is the file or database."""

    NO_SUCH_FILE = ("There is no file {where}.", "Check the name and the folder.")
    NAME_TOO_LONG = (
        "The name {where} is longer than the disk and the files beside a document allow.",
        "Choose a shorter name.",
    )
    NO_SUCH_FOLDER = ("There is no folder for {where}.", "Make the folder first.")
    EXISTS = ("There is already a file {where}. It was left as it is.", "Choose another name.")
    NOT_A_DOCUMENT = (
        "{where} is not a Hubdesk document. It was left as it is.",
        "Choose a file that Hubdesk made; a hub workbook comes in by import.",
    )
    NEWER_VERSION = (
        "{where} was made by a newer version of Hubdesk. It was left as it is.",
        "Open it with that version, or bring this Hubdesk up to date.",
    )
    OLDER_VERSION = (
        "{where} was made by an older version of Hubdesk and has yet to be brought up to date.",
        "Open it once to change it; a copy of a file is made first.",
    )
    DAMAGED = (
        "{where} is damaged: what is in it is not what Hubdesk wrote. It was left as it is.",
        "Go back to a copy or a backup of it.",
    )
    INTERRUPTED = (
        "The last change to {where} was cut off half-way, and here that cannot be undone.",
        "Copy it, and the file of the same name that ends in -journal, to a folder that you can write to, "
        "and open it there.",
    )
    UNREADABLE = ("You may not read {where}.", "Ask whoever owns the file to let you read it.")
    READ_ONLY = (
        "{where} cannot be changed: the file or its folder may only be read.",
        "Copy it to a folder of your own, ask whoever runs the folder to let you write, or only look at it.",
    )
    DISK_FULL = (
        "The disk of {where} is full. Nothing was changed.",
        "Make room on the disk and try again.",
    )
    DISK_TROUBLE = (
        "The disk or network drive of {where} could not be read or written. Nothing was changed.",
        "Check that the drive is connected and try again; if it goes on, go back to a copy.",
    )
    BUSY = (
        "{where} was being written by another program for too long. Nothing was changed.",
        "Try again in a moment.",
    )
    OPEN_ELSEWHERE = (
        "{where} is open by {user} on {machine} since {since}.",
        "Ask them to close it. Meanwhile it can be looked at, checked or copied.",
    )
    TAKEN_OVER = (
        "{where} was opened by {user} on {machine} while this Hubdesk did not answer.",
        "Close it here, and open it again when they have finished.",
    )
    ONLY_LOOKING = ("{where} was opened only to look at.", "Open it to change, and do it there.")
    CLOSED = ("The hub is closed: {where} was let go of. Nothing was changed.", "Open it again to go on.")
    HUB_HAS_MOVED = (
        "Somebody changed {where} while the run was worked out. Nothing was issued.",
        "Work the run out again, look at it, and issue that.",
    )
    RUN_OUT_OF_TURN = (
        "{run} does not follow on the runs that {where} holds. Nothing was issued.",
        "Look at the runs issued so far; somebody may just have issued one.",
    )
    DANGLING = (
        "Something that this change needs has just been removed by somebody else. Nothing was changed.",
        "Look at what is there now, and make the change again.",
    )
    FILE_TOO_LARGE = (
        "The file to keep in the hub is larger than 50 MiB. {where} was left as it is.",
        "Save it smaller: with fewer pixels, as one page of a PDF, or as a DXF without what is not needed.",
    )
    FILE_MISSING = (
        "{where} does not hold a file that it should: an underlay, a logo, or one of a review. "
        "Desks and areas are untouched.",
        "Bring the same file again, or go back to a copy or a backup.",
    )
    FILE_ALTERED = (
        "A file kept in {where} was altered past Hubdesk: an underlay, a logo, or one of a review. "
        "Desks and areas are untouched.",
        "Bring the same file again, or go back to a copy or a backup.",
    )
    PASSWORD_IN_ADDRESS = (
        "The address of the database has a password in it, or says where one is, and others can read it.",
        "Leave it out of the address. Keep it in the key store of this computer (service hubdesk, "
        "user name {where}) or in a .pgpass file.",
    )
    ADDRESS_SETTING = (
        "The address of {where} has a setting “{setting}”, which Hubdesk does not take from an address.",
        "Leave it out. Such settings as sslmode may be there.",
    )
    NOT_AN_ADDRESS = (
        "{where} is not the address of a database that Hubdesk can use.",
        "Write it as postgresql://user@server/database.",
    )
    WRONG_PASSWORD = (
        "The server of {where} did not take the user name and password.",
        "Put the right password in the key store of this computer (service hubdesk, "
        "user name {where}) or in a .pgpass file.",
    )
    NO_KEY_STORE = (
        "This computer has no key store that would keep the password of {where}.",
        "Put it in a .pgpass file, and leave the password blank here.",
    )
    NO_SUCH_DATABASE = (
        "The server has no database {where}.",
        "Check its name, or ask whoever runs the server to make it.",
    )
    UNREACHABLE = (
        "The server of {where} did not answer.",
        "Check the address and the network, and ask whoever runs the server whether it is up.",
    )
    NO_HUB = (
        "The database {where} holds no hub. It was left as it is.",
        "Choose the database of a hub, or import a hub workbook into an empty one.",
    )
    NOT_EMPTY = (
        "The database {where} already holds something. It was left as it is.",
        "Choose an empty database, or ask for one.",
    )
    NO_RIGHTS = (
        "You may not write to {where}. Nothing was changed.",
        "Ask whoever runs the server to let you.",
    )
    SCENARIO_NAMED_SO = (
        "{where} has another scenario called “{scenario}”.",
        "Give this one another name.",
    )
    SCENARIO_CHANGED = (
        "Somebody else changed the scenario “{scenario}” meanwhile. This edit was not made.",
        "Look at what it is now, and make the edit again if it is still meant.",
    )
    NOT_COPIED_AS_FILE = (
        "{where} is a team's database, which is not copied as a file.",
        "Export it as a hub workbook; backups are made by whoever runs the server.",
    )

    @property
    def code(self) -> str:
        """What stands for it in a Problem."""
        return self.name.lower().replace("_", "-")

    def at(self, where: str, **facts: str) -> Problem:
        """This trouble with the file or database called `where`; `facts` fill the other blanks."""
        where = writable(where)
        facts = {name: writable(fact) for name, fact in facts.items()}
        what, remedy = (words.format(where=where, **facts) for words in self.value)
        return Problem(Severity.ERROR, self.code, what, where, remedy)


_OF_THE_PLACE = frozenset(trouble.code for trouble in Trouble) - {
    Trouble.DANGLING.code,
    Trouble.SCENARIO_NAMED_SO.code,
    Trouble.SCENARIO_CHANGED.code,
}


def is_of_the_place(problem: Problem) -> bool:
    """Whether it lies with the disk, server or lock: it may pass, and says nothing against a change."""
    return problem.code in _OF_THE_PLACE


def of_disk(error: OSError) -> Trouble:
    """What an error of the file system means."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Trouble.DISK_FULL
    if error.errno == errno.ENAMETOOLONG:
        return Trouble.NAME_TOO_LONG
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Trouble.READ_ONLY
    return Trouble.DISK_TROUBLE
