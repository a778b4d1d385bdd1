"""What both clients do with files that come in, blocking and awaiting. Where a file is put is in `download`."""

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any

from tallystick.rest.download import DOWNLOAD_BYTES_MAX, Download, Target, opened, pieces, spooled, told
from tallystick.rest.drive import AsyncHands, Hands, drive, drive_async
from tallystick.rest.session import Question, Session


class BlockingFiles:
    """Files for a client whose calls block."""

    _session: Session
    _hands: Hands

    def download(
        self,
        operation: str,
        path: str = "",
        *,
        to: Target,
        params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        organization_id: str | None = None,
        wait_seconds_max: float | None = None,
        timeout_seconds: float | None = None,
        bytes_max: int = DOWNLOAD_BYTES_MAX,
    ) -> Download:
        """Call for a file and write it to `to`, a path or an open binary file, piece by piece and never held whole.

        A path gets its file whole or is left as it was. Raises UnexpectedAnswer for a file of more than `bytes_max`
        bytes or for an answer that is no file, and what `call` raises.
        """
        with opened(to) as sink:
            question = Question(
                operation,
                path,
                params,
                headers=headers,
                organization_id=organization_id,
                wait_seconds_max=wait_seconds_max,
                timeout_seconds=timeout_seconds,
                sink=sink,
                bytes_max=bytes_max,
            )
            answer = drive(self._session.call(question), self._hands)
            return told(answer, answer.sunk, vendor=self._session.vendor.name, operation=operation)

    def chunks(self, operation: str, path: str = "", **options: Any) -> Iterator[bytes]:
        """Call for a file and return it piece by piece; `options` as in `download`, but for `to`.

        The call ends before the first piece is returned, so that a slow reader holds up nobody.
        """
        with spooled() as file:
            self.download(operation, path, to=file, **options)
            yield from pieces(file)


class AwaitingFiles:
    """Files for a client whose calls are awaited."""

    _session: Session
    _hands: AsyncHands

    async def download(
        self,
        operation: str,
        path: str = "",
        *,
        to: Target,
        params: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
        organization_id: str | None = None,
        wait_seconds_max: float | None = None,
        timeout_seconds: float | None = None,
        bytes_max: int = DOWNLOAD_BYTES_MAX,
    ) -> Download:
        """Call for a file and write it to `to`; everything as in the blocking `download`."""
        with opened(to) as sink:
            question = Question(
                operation,
                path,
                params,
                headers=headers,
                organization_id=organization_id,
                wait_seconds_max=wait_seconds_max,
                timeout_seconds=timeout_seconds,
                sink=sink,
                bytes_max=bytes_max,
            )
            answer = await drive_async(self._session.call(question), self._hands)
            return told(answer, answer.sunk, vendor=self._session.vendor.name, operation=operation)

    async def chunks(self, operation: str, path: str = "", **options: Any) -> AsyncIterator[bytes]:
        """Call for a file and return it piece by piece; everything as in the blocking `chunks`."""
        with spooled() as file:
            await self.download(operation, path, to=file, **options)
            for piece in pieces(file):
                yield piece
