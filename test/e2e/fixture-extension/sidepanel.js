const answer = document.querySelector('#answer');

document.querySelector('#greet').addEventListener('click', () => {
  console.log('panel greets');
  answer.textContent = `Hello ${document.querySelector('#name').value}`;
});

document.querySelector('#ask').addEventListener('click', async () => {
  const granted = await chrome.permissions.request({ origins: ['http://127.0.0.1/*'] });
  answer.textContent = granted ? 'granted' : 'refused';
});
